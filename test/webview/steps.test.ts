// Steps along the edges, and what a search finds.
import { describe, expect, test } from "vitest";
import { found } from "../../client/webview/find.ts";
import { stepFrom, type Step } from "../../client/webview/walk.ts";
import type { DrawnNode } from "../../server/src/language/graph/draw.ts";

const GRAPH = {
  nodes: [
    place("start", 100),
    place("left", 0),
    place("middle", 100),
    place("right", 200),
    place("end", 100),
    place("stray", 400),
  ],
  edges: [
    link("start", "middle"),
    link("start", "left"),
    link("start", "right"),
    link("left", "end"),
    link("right", "end"),
    link("end", "end"),
  ],
};

describe("a step", () => {
  test.each<[string | undefined, Step, string | undefined]>([
    [undefined, "next", "start"],
    ["gone", "left", "start"],
    ["start", "next", "left"],
    ["left", "right", "middle"],
    ["middle", "right", "right"],
    ["right", "right", undefined],
    ["right", "left", "middle"],
    ["right", "next", "end"],
    ["end", "next", undefined],
    ["end", "back", "left"],
    ["start", "right", "stray"],
    ["stray", "back", undefined],
  ])("from %s %s leads to %s", (from, step, to) => {
    expect(stepFrom(GRAPH, from, step)).toBe(to);
  });
});

describe("a search", () => {
  const nodes = [
    { ...place("close", 0), text: "close\nAsk for the résumé" },
    { ...place("resume_check", 0), text: "resume_check\nCheck it" },
    { ...place("other", 0), text: "other\nNothing" },
  ];

  test.each([
    ["", []],
    ["   ", []],
    ["RESUME", ["resume_check", "close"]],
    ["ask résumé", ["close"]],
    ["check nothing", []],
  ])("for %j finds %j", (query, ids) => {
    expect(found(nodes, query)).toEqual(ids);
  });
});

function place(id: string, x: number): DrawnNode {
  return { id, name: id, description: id, text: id, x, y: 0, width: 10, height: 10 };
}

function link(source: string, target: string) {
  return { id: `${source} ${target}`, source, target };
}
