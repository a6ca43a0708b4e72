// A set of the platform, read: whatever form it shows its objectives in.
import { expect, test } from "vitest";
import { readSet } from "../../server/src/platform/reply.ts";
import { readHeldSet } from "../../server/src/sync/remote-set.ts";

function held(data: string) {
  const reading = readSet(`{"objectives_id":"o1","name":"Intake","data":${data}}`);
  return reading.ok ? readHeldSet(reading.value) : undefined;
}

const OBJECTIVE = '{"objective_name":"greet","objective_prompt":"Greet.","note":"1.0"}';

test("keys that the platform does not have are kept, of a list and of a single objective", () => {
  for (const data of [OBJECTIVE, `[${OBJECTIVE}]`])
    expect(held(data)).toMatchObject({
      extras: [[["note", "1.0"]]],
      json: `{"name":"Intake","data":[${OBJECTIVE}]}`,
      data,
    });
});
