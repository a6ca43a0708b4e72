import { type ClientCapabilities, type Diagnostic, type InitializeResult, type Position, type ProtocolConnection, type PublishDiagnosticsParams } from "vscode-languageserver/node";
import type { Notifications, Requests } from "../../server/src/protocol.ts";
import { type MemoryFileSystem } from "../project/memory-file-system.ts";
import type { LayoutEngine } from "../../server/src/language/graph/layout.ts";
export declare const URI = "file:///set.objectives";
export interface LspPair {
    readonly client: ProtocolConnection;
    readonly initialized: InitializeResult;
    readonly open: (text: string, uri?: string) => Promise<void>;
    /** Replaces the first `old` of the text by `text`, as typing does; the version counts on. */
    readonly type: (old: string, text: string) => Promise<void>;
    readonly close: (uri?: string) => Promise<void>;
    readonly ask: <Method extends keyof Requests>(method: Method, params: Requests[Method]["params"]) => Promise<Requests[Method]["result"]>;
    /** Findings as they were sent, the next ones not yet seen by a test. */
    readonly published: () => Promise<PublishDiagnosticsParams>;
    readonly graphChanged: () => Promise<Notifications["objectives/graphChanged"]>;
    readonly setsChanged: () => Promise<Notifications["objectives/setsChanged"]>;
    readonly end: () => Promise<void>;
}
export interface PairOptions {
    readonly initializationOptions?: unknown;
    readonly layout?: LayoutEngine;
    /** What is on the disk. */
    readonly files?: MemoryFileSystem;
    /** The URI of the folder with a page for every finding. */
    readonly pages?: string;
    /** The URI of the folder that the client has open. */
    readonly folder?: string;
}
/** Starts both ends; the client can do what `capabilities` says. */
export declare function lspPair(capabilities?: ClientCapabilities, options?: PairOptions): Promise<LspPair>;
/** A text without its cursor, and where the cursor was. */
export declare function cursor(marked: string): {
    readonly text: string;
    readonly position: Position;
};
/** A finding in one line: `3:6-3:10 error unknown-objective …`. */
export declare function inOneLine({ range: { start, end }, severity, code, message }: Diagnostic): string;
