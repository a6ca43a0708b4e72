// What looks like a key or a token.

/** Forms that keys are known by, and long random values where a URL or a sentence names a secret. */
const FORMS = [
  /\b(?:sk|pk|rk|ghp|gho|ghs|github_pat|xox[abprs]|glpat|hf|AKIA|ASIA|AIza|SG|shpat|npm)[-_]?[A-Za-z0-9_-]{16,}\b/,
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /(?<=\b(?:api[-_]?key|x-api-key|key|token|secret|password|passwd|pwd|auth|signature|sig|access_token)["']?\s?[=:]\s?["']?)(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{16,}/i,
  /(?<=\bBearer )[A-Za-z0-9._-]{16,}/,
  /(?<=https?:\/\/[^\s/:@]+:)[^\s/@]{3,}(?=@)/,
];

/** What every form has: almost all texts end here. */
const SUSPICIOUS = /\d|:\/\/|PRIVATE KEY/;

/** The secret in a text; undefined where there is none. */
export function secretIn(text: string): string | undefined {
  if (!SUSPICIOUS.test(text)) return undefined;
  for (const form of FORMS) {
    const found = form.exec(text);
    if (found) return found[0];
  }
  return undefined;
}

/** Whether a value should not be shown beside the place where it is used: it looks like a secret, or its name says so. */
export function isSecret(name: string, value: string): boolean {
  return SECRET_NAME.test(name) || secretIn(value) !== undefined;
}

const SECRET_NAME = /key|token|secret|passw|pwd|credential|signature/i;
