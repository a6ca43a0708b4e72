// From a name to every place that mentions it, in all sets that share it.
import { references } from "../../language/features/references.ts";
import { sentence } from "../../language/text/sentence.ts";
import type { Feature } from "../feature.ts";
import { shown } from "../progress.ts";
import { aroundSets } from "../serving.ts";
import { toLocation } from "../to-lsp.ts";

export const referencing: Feature = {
  capability: () => ({ referencesProvider: { workDoneProgress: true } }),
  register: (server) =>
    server.connection.onReferences((params, token, reporter) =>
      shown(server, reporter, sentence`Looking at the sets of the workspace`, () =>
        aroundSets(server, params, token, (_, sets, point) =>
          references(sets, point)
            .filter(({ kind }) => kind === "use" || params.context.includeDeclaration)
            .map((place) => toLocation(server.workspace, place)),
        ),
      ),
    ),
};
