// How a set stands at its target, for whoever shows it.
import type { Feature } from "../feature.ts";
import { answer } from "../requests.ts";

export const uploadStates: Feature = {
  capability: () => ({}),
  register: (server) =>
    answer(server, "objectives/uploadState", async ({ uri }) => (await server.uploads.stateOf(uri)) ?? null),
};
