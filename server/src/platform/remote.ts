// What the platform holds, as its client hands it out: what is always needed as values, all else as its own text.

export interface Created {
  readonly id: string;
  /** "" where the reply names none. */
  readonly name: string;
}

export interface RemoteSet {
  readonly id: string;
  /** "" where the set has none. */
  readonly name: string;
  /** The set's JSON exactly as it was received. */
  readonly text: string;
  /** Its `data` exactly as it was received, for a patch's `test`. */
  readonly data: string;
  /** `{"name", "data"}` as JSON text with `data` always a list: what is decompiled and compared. */
  readonly document: string;
}

export interface RemotePersona {
  readonly id: string;
  /** "" where it has none. */
  readonly name: string;
  /** The set that it follows, if any. */
  readonly objectivesId: string | undefined;
  /** The persona's JSON exactly as it was received. */
  readonly text: string;
}
