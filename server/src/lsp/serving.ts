// What every handler of the language server works with.
import type { Connection } from "vscode-languageserver";
import type { LayoutEngine } from "../language/graph/layout.ts";
import type { Client } from "./client.ts";
import type { OpenDocuments } from "./documents.ts";
import type { ProjectRules } from "./rule-levels.ts";
import type { Workspace, WorkspaceWorld } from "./workspace.ts";

/** What a server needs of the outside beside its connection. */
export interface ServerWorld {
  readonly layout: LayoutEngine;
  /** Where files are that no editor has open. */
  readonly files: WorkspaceWorld["files"];
  /** The URI of the folder with a page for every finding; undefined where there is none. */
  readonly pages: string | undefined;
}

export interface Server extends ServerWorld {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: OpenDocuments;
  /** The folders that the client has open, as it spells them. */
  readonly folders: readonly string[];
  readonly workspace: Workspace;
  readonly rules: ProjectRules;
}
