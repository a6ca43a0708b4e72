// The commands that a code lens may run: they are VS Code's, and so must be what they are given.
import * as vscode from "vscode";
import type { Middleware } from "vscode-languageclient";
import type { Place } from "../../server/src/protocol.ts";
import { rangeOf } from "./places.ts";

/** What the server is told that there is. */
export const LENS_COMMANDS = [
  "editor.action.showReferences",
  "objectives.previewGraph",
  "objectives.upload",
  "objectives.plan",
];

/** Takes places of the protocol for those of VS Code in what a resolved lens gives its command. */
export const lensMiddleware: Pick<Middleware, "resolveCodeLens"> = {
  resolveCodeLens: async (lens, token, next) => {
    const resolved = await next(lens, token);
    const { command } = resolved ?? {};
    if (!resolved || !command) return resolved;
    const given: readonly unknown[] = command.arguments ?? [];
    resolved.command = { ...command, arguments: given.map(argumentOf) };
    return resolved;
  },
};

function argumentOf(given: unknown): unknown {
  if (typeof given === "string") return vscode.Uri.parse(given);
  if (Array.isArray(given)) return given.map(locationOf);
  return isPosition(given) ? new vscode.Position(given.line, given.character) : given;
}

function locationOf({ uri, range }: Place): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), rangeOf(range));
}

function isPosition(given: unknown): given is Place["range"]["start"] {
  return typeof given === "object" && given !== null && "line" in given && "character" in given;
}
