// Stands in for VS Code's native log writer, which would have to be compiled: appends lines to a file.
// The names are exported one by one because an ES module that imports a CommonJS one sees no others.
"use strict";
const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

const LEVELS = ["trace", "debug", "info", "warn", "error", "critical"];
const INFO = LEVELS.indexOf("info");
const nothing = () => undefined;

function createLogger(name, file) {
  let lowest = INFO;
  let isRaw = false;
  mkdirSync(dirname(file), { recursive: true });

  const write = (level, message) => {
    if (LEVELS.indexOf(level) < lowest) return;
    try {
      appendFileSync(file, isRaw ? message : `${new Date().toISOString()} [${level}] ${message}\n`);
    } catch {
      // The folder is removed while the host stops.
    }
  };
  const writers = LEVELS.map((level) => [level, (message) => write(level, message)]);
  return {
    ...Object.fromEntries(writers),
    name,
    getLevel: () => lowest,
    setLevel: (level) => void (lowest = level),
    clearFormatters: () => void (isRaw = true),
    setPattern: nothing,
    flush: nothing,
    drop: nothing,
  };
}

exports.version = 0;
exports.setLevel = nothing;
exports.setFlushOn = nothing;
exports.shutdown = nothing;
exports.createRotatingLogger = async (name, file) => createLogger(name, file);
exports.createAsyncRotatingLogger = async (name, file) => createLogger(name, file);
exports.Logger = createLogger;
