// `objectives mcp`: what people say on its line is what an assistant may reach, and nothing else is.
import { expect, test } from "vitest";
import { checkCli, stage } from "./stage.ts";

test("serves what the client has open, with the emulator alone", async () => {
  expect(await checkCli(stage({}), "mcp")).toMatchInlineSnapshot(`
    "(serves an assistant: {"folder":"/project","counts":"the client's folders","origins":[]})
    => 0"
  `);
});

test("serves the folder that is named, and addresses as they are compared", async () => {
  const line =
    "mcp --cwd flows --target staging --allow-origin https://TAVUSAPI.com/ --allow-origin http://localhost:1";
  expect(await checkCli(stage({ "flows/.keep": "" }), line)).toMatchInlineSnapshot(`
    "(serves an assistant: {"folder":"/project/flows","counts":"this folder","target":"staging","origins":["https://tavusapi.com","http://localhost:1"]})
    => 0"
  `);
});

test.each(["http://example.com", "tavusapi.com", "https://x@y.com", "https://x.com/path"])(
  "%s is no address to approve",
  async (address) => {
    expect(await checkCli(stage({}), `mcp --allow-origin ${address}`)).toMatch(
      /^error: --allow-origin: .*\n=> 2$/,
    );
  },
);

test("an address for a target is not an approval", async () => {
  expect(await checkCli(stage({}), "mcp --url https://tavusapi.com")).toMatchInlineSnapshot(`
    "error: --url is not for assistants. Approve the address of a target with --allow-origin.
    => 2"
  `);
});
