// Our own requests and notifications between the language server and its client: names and shapes only.
import type { FlowTreeItem as TreeItem } from "./language/features/flow-tree.ts";
import type { DrawnEdge, DrawnNode, Drawing } from "./language/graph/draw.ts";
import type { FontWidths } from "./language/graph/metrics.ts";
import type { LinkForm } from "./language/compile/payload.ts";
import type { LastUpload, UploadState } from "./language/compile/upload-state.ts";
import type { Severity } from "./language/diagnostics/codes.ts";
import type { EngineAnswer } from "./language/graph/layout.ts";
import type { ElkGraph } from "./language/graph/elk-graph.ts";
import type { FileResult, FolderEntry, PathKind } from "./project/file-system.ts";

/** Answered by the server. Positions are lines and UTF-16 columns from 0, as in the Language Server Protocol. */
export interface Requests {
  /** The picture of a set; null where the document is not open or is no text of ours. */
  readonly "objectives/graph": { readonly params: GraphParams; readonly result: GraphResult | null };
  /** Where the node or edge of the picture is written; null where it is gone. */
  readonly "objectives/reveal": { readonly params: RevealParams; readonly result: Place | null };
  /** The id of the node whose objective is written there; null where the picture has none of it. */
  readonly "objectives/nodeAt": { readonly params: NodeAtParams; readonly result: string | null };
  /** The picture as a file of its own. */
  readonly "objectives/exportGraph": { readonly params: ExportParams; readonly result: string | null };
  /** The set as the platform's JSON, whether it is open or not; null where there is no such file. */
  readonly "objectives/compile": { readonly params: CompileParams; readonly result: CompileResult | null };
  /** What a place in the compiled JSON of a set comes from; null where it is no value of the set. */
  readonly "objectives/sourceAt": { readonly params: SourceAtParams; readonly result: SourceAt | null };
  /** What a document of the platform changes in the texts of a set; null where the set is not open. */
  readonly "objectives/pull": { readonly params: PullParams; readonly result: PullResult | null };
  /** What a text becomes that is pasted there; null where it may be put in as it is. */
  readonly "objectives/paste": { readonly params: PasteParams; readonly result: PasteResult | null };
  /** The lines that include files in a document; null where it may include none of them. */
  readonly "objectives/include": { readonly params: IncludeParams; readonly result: PlacedEdit | null };
  /** Every set of the workspace, whether it is open or not, in the order of their files. */
  readonly "objectives/sets": { readonly params: NoParams; readonly result: readonly FoundSet[] };
  /** What hangs below an objective in the flow of a set; null where there is no such set. */
  readonly "objectives/flowTree": {
    readonly params: FlowTreeParams;
    readonly result: readonly FlowTreeItem[] | null;
  };
  /** The way down the flow to an objective; null where it is in no set. */
  readonly "objectives/flowTreePath": {
    readonly params: FlowTreePathParams;
    readonly result: FlowTreePath | null;
  };
  /** What there is to know of an objective of the flow, as Markdown; null where there is nothing. */
  readonly "objectives/flowTreeTip": { readonly params: RevealParams; readonly result: string | null };
  /** How a set stands at its target; null where its client says nothing of that. */
  readonly "objectives/uploadState": { readonly params: FileParams; readonly result: SetState | null };
  /** The platform's JSON as a text. */
  readonly "objectives/decompile": { readonly params: DecompileParams; readonly result: DecompileResult };
}

/**
 * Answered by the client, for a server that cannot reach everything itself. Files: where the client's options say
 * `files: "served"`, of whatever is on no disk of the server's. Uploads: where they say `uploads: "told"`. The layout:
 * where the server has no thread for it.
 */
export interface ClientRequests {
  /** The text of a file. */
  readonly "objectives/readFile": { readonly params: FileParams; readonly result: FileResult<string> };
  /** What stands at a place. */
  readonly "objectives/kindOf": { readonly params: FileParams; readonly result: PathKind };
  /** The entries of a folder. */
  readonly "objectives/listFolder": {
    readonly params: FileParams;
    readonly result: FileResult<readonly FolderEntry[]>;
  };
  /** What the target of a set got of it last; null where it is not clear which target counts, or what it got. */
  readonly "objectives/lastUpload": { readonly params: FileParams; readonly result: TargetUpload | null };
  /** A graph with places, by the layout engine. */
  readonly "objectives/layOut": { readonly params: LayOutParams; readonly result: EngineAnswer };
}

export interface FileParams {
  /** Of a file or a folder. */
  readonly uri: string;
}

export interface LayOutParams {
  readonly graph: ElkGraph;
}

/** Sent by the client. */
export interface ClientNotifications {
  /** Another target may count for some set, or one may have got something since: it is to be asked again. */
  readonly "objectives/uploadsChanged": NoParams;
}

export interface TargetUpload extends LastUpload {
  /** What people call it. */
  readonly target: string;
  /** The values that it gives params. */
  readonly params: Readonly<Record<string, string>>;
}

export interface SetState {
  /** What people call it. */
  readonly target: string;
  readonly state: UploadState;
}

/** Sent by the server. */
export interface Notifications {
  /** The picture of this document may look different now. */
  readonly "objectives/graphChanged": { readonly uri: string; readonly version: number };
  /** The list of sets, or what hangs below one of them, may look different now. */
  readonly "objectives/setsChanged": SetsChange;
}

export interface SetsChange {
  /** The one set that may; null: any of them, and their list. */
  readonly uri: string | null;
}

export type NoParams = Readonly<Record<string, never>>;

export interface FoundSet {
  readonly uri: string;
  /** "" where it has none. */
  readonly name: string;
  /** Its file as people call it: seen from the folder of the workspace. */
  readonly file: string;
}

export interface FlowTreeParams {
  /** The set. */
  readonly uri: string;
  /** The node of an item; without it, what stands at the top is asked for. */
  readonly parent?: string;
}

/** With its place in the protocol's positions. */
export interface FlowTreeItem extends Omit<TreeItem, "place" | "way">, Place {
  /** How the arrow to it stands; null at the top. */
  readonly way: TreeItem["way"] | null;
}

export type FlowTreePathParams =
  /** By its node in the flow of a set. */
  | { readonly uri: string; readonly node: string }
  /** By a place in a file of a set. */
  | { readonly uri: string; readonly position: TextPosition };

export interface FlowTreePath {
  /** The set. */
  readonly uri: string;
  /** From the top down to the objective; empty where none is written at the place. */
  readonly items: readonly FlowTreeItem[];
}

export interface GraphParams {
  readonly uri: string;
  /** The glyph widths of the viewer's font. */
  readonly fonts?: FontWidths;
}

export interface GraphResult {
  /** Of the document that is drawn. */
  readonly version: number;
  readonly svg: string;
  readonly layout: Drawing["layout"];
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly problems: ProblemCounts;
}

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
}

export interface RevealParams {
  readonly uri: string;
  /** Of a node or an edge. */
  readonly id: string;
}

export interface NodeAtParams {
  /** The document that is drawn. */
  readonly uri: string;
  /** The file of its set that the position is in; the document itself where none is named. */
  readonly file?: string;
  readonly position: TextPosition;
}

export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface Place {
  readonly uri: string;
  readonly range: { readonly start: TextPosition; readonly end: TextPosition };
}

export interface ExportParams {
  readonly uri: string;
  readonly format: "svg" | "mermaid" | "json";
  /** Of an SVG. */
  readonly theme: "light" | "dark";
  /** Where progress is shown, as in the Language Server Protocol. */
  readonly workDoneToken?: string | number;
}

export interface CompileParams {
  readonly uri: string;
  /** How required links are written; without it, as the platform's page says: as a list. */
  readonly requiredField?: LinkForm;
  /** The values of the target's params. */
  readonly params?: Readonly<Record<string, string>>;
}

export type CompileResult =
  | {
      readonly kind: "document";
      readonly json: string;
      readonly sourceMap: readonly SourcePlace[];
      readonly problems: readonly CompileProblem[];
    }
  /** The text says no one document. */
  | { readonly kind: "refused"; readonly problems: readonly CompileProblem[] }
  /** The file has no header, so it is no set. */
  | { readonly kind: "fragment" };

/** Where a value of the JSON is written. */
export interface SourcePlace extends Place {
  /** A JSON pointer, such as `/data/3/objective_prompt`. */
  readonly pointer: string;
}

export interface SourceAtParams {
  /** The set. */
  readonly uri: string;
  /** Its compiled JSON, which may be older. */
  readonly json: string;
  /** In the JSON. */
  readonly position: TextPosition;
}

export interface SourceAt {
  /** The value or key in the JSON. */
  readonly range: Place["range"];
  readonly source: Place;
  /** What the field means, and what the text says. */
  readonly markdown: string;
}

export interface CompileProblem extends Place {
  /** Undefined where it is no finding of the text. */
  readonly code: string | undefined;
  readonly severity: Severity;
  readonly message: string;
}

export interface PullParams {
  readonly uri: string;
  /** The platform's document. */
  readonly json: string;
  /** The values of the target's params. */
  readonly params?: Readonly<Record<string, string>>;
}

export type PullResult =
  | {
      readonly kind: "edits";
      readonly edits: readonly PulledEdit[];
      /** What a person should know, such as comments that went with what they were about. */
      readonly notes: readonly string[];
    }
  /** The document is none, or the texts say no one document. */
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

export interface PasteParams {
  readonly uri: string;
  /** What the text replaces. */
  readonly range: Place["range"];
  readonly text: string;
}

export interface PasteResult {
  /** What is done, as a menu shows it. */
  readonly title: string;
  /** What is put in instead of the text. */
  readonly newText: string;
  /** What changes around it, in the document as it is before. */
  readonly edits: readonly PlacedEdit[];
}

/** An edit of the document that a request is about. */
export interface PlacedEdit {
  readonly range: Place["range"];
  readonly newText: string;
}

export interface IncludeParams {
  readonly uri: string;
  /** The URIs of the files. */
  readonly files: readonly string[];
}

export interface PulledEdit extends Place {
  readonly newText: string;
}

export interface DecompileParams {
  readonly json: string;
}

/** Notes and refusals are sentences with their place in the JSON. */
export type DecompileResult =
  | { readonly kind: "text"; readonly text: string; readonly notes: readonly string[] }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };
