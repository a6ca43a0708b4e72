// The version of the command line, which is the package's.

export const VERSION = "0.1.0";
