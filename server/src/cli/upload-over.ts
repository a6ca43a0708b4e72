// An upload over a link, with its steps shown.
import { inEnglish } from "../language/text/sentence.ts";
import type { FormWish } from "../sync/link-form.ts";
import { STEP_WORDS, type Progress, type Upload } from "../sync/upload.ts";
import type { Link } from "./connect.ts";
import type { Steps } from "./progress.ts";
import type { Session } from "./session.ts";

export function uploadOver(
  { world }: Session,
  { target, client, locks }: Link,
  requiredField: FormWish,
  steps: Steps,
): Upload {
  const onProgress = ({ file, step, number, count }: Progress): void =>
    steps.tell(number - 1, count, `${file}: ${inEnglish(STEP_WORDS[step])}`);
  return { target, requiredField, client, locks, time: world.time, onProgress };
}
