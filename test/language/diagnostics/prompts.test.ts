// What is said of a prompt's words, and above all what is not: sentences as people write them.
import { describe, expect, test } from "vitest";
import type { Code } from "../../../server/src/language/diagnostics/codes.ts";
import { checkFindings, findingsOf } from "../../support/findings.ts";

const ABOUT_PROMPTS: ReadonlySet<Code> = new Set([
  "vague-prompt",
  "several-goals",
  "branching-in-prompt",
  "future-in-prompt",
] as const);

function checkPrompt(prompt: string, ...codes: readonly Code[]): void {
  const found = findingsOf(`objectives "S"\nobjective a { prompt ${JSON.stringify(prompt)} }\n`);
  expect(found.map(({ code }) => code).filter((code) => ABOUT_PROMPTS.has(code))).toEqual(codes);
}

describe("vague", () => {
  test.each([
    "Help the user.",
    "Assist customers with anything they need.",
    "Make sure the patient feels comfortable and heard.",
    "Be friendly and professional.",
    "Have a nice conversation with the visitor",
    "Build rapport with the caller.",
    "Answer any questions they have.",
    "Understand the customer's needs.",
    "Warmly welcome the guest and understand their situation.",
    "Be polite. Help the caller.",
    "Provide great service!",
    "TODO: write this",
    "placeholder",
  ])("%s", (prompt) => checkPrompt(prompt, "vague-prompt"));

  test.each([
    "Greet the caller.",
    "Help the user reset the password of their account.",
    "Make sure the patient is seated and can see the screen.",
    "Ensure that the guest is at the table that they booked.",
    "Understand which of the three plans fits.",
    "Be sure to ask for the name.",
    "Be friendly, and ask for the order number.",
    "Talk to the caller about their holiday until they name a destination.",
    "Help the learner find the larger of the two fractions.",
    "Answer their questions about the warranty from the knowledge base.",
    "The visitor has agreed to the terms.",
    "Get to know the applicant's last three employers.",
    "Understand the user's ${topic}.",
  ])("not: %s", (prompt) => checkPrompt(prompt));
});

describe("several goals", () => {
  test.each([
    "Welcome the visitor, ask for their name, explain the three plans and book a call for them.",
    "Collect the guest's name. Explain the rules of the house. Offer them an upgrade.",
    "First greet the caller, then ask for the date of birth, and finally book an appointment.",
    "1. Ask for the name. 2. Verify the account. 3. Book a slot.",
    "Do this in order:\n1) Greet the caller\n2) Collect their address\n3) Send the form",
  ])("%s", (prompt) => checkPrompt(prompt, "several-goals"));

  test.each([
    "Collect the patient's full name, date of birth and insurance provider, and read each of them back.",
    "Collect the name, the order number, the call time and the test results.",
    "First ask for the street, then for the city, and finally for the postal code.",
    "Ask three questions: 1) what hurts, 2) since when, 3) how much.",
    "Rate the stay: 1. Room 2. Food 3. Service",
    "Show the overview, then ask whether anything was unclear.",
    "Offer the visitor three price ranges and ask which of them is closest.",
    "Agree with the visitor on a day and a time for a call with an account executive.",
    "Read out the record, test, and order numbers that the guest has on the card.",
    "Thank the patient and tell them what happens at the practice.",
  ])("not: %s", (prompt) => checkPrompt(prompt));
});

describe("branching", () => {
  test.each([
    "Ask whether the patient is new. If they are, go to the intake; otherwise go to the records.",
    "Find out whether there is a budget. If not, end the conversation.",
    "Ask for the order number, and if they do not have it, transfer them to an agent.",
    "Ask for consent. If yes, begin with the questions. If no, thank them.",
    "If the caller is a member, skip this step.",
    "Depending on the answer, proceed to demo_booking or to faq.",
    "When the caller picks a day → book_appointment",
    "Ask how old they are. Unless they are of age, please end the call.",
  ])("%s", (prompt) => checkPrompt(prompt, "branching-in-prompt"));

  test.each([
    "Ask if the caller has an account.",
    "Determine whether the visitor is a student, and if so of which school.",
    "If the caller asks about prices, say that a colleague will call back.",
    "If the answer is unclear, ask again. If it stays unclear, spell it.",
    "Ask the guest to go to the front desk if they feel unwell.",
    "If they only give a first name, ask for the last name.",
    "Close the visit. If they bought something: 'Enjoy it!' Otherwise: 'See you soon!'",
    "Ask what they would do if the train left without them.",
  ])("not: %s", (prompt) => checkPrompt(prompt));
});

describe("the future", () => {
  test.each([
    "Ask for the name. Then move on.",
    "Collect the name and then move on to the address.",
    "Once the date is known, move to booking.",
    "Ask for the address, and continue with ask_phone.",
    "Ask for the name; proceed to the next step.",
    "Ask for consent. The payment will be handled later.",
    "Ask for the name. The address is asked for in the next objective.",
    "Do not talk about prices: that comes later.",
  ])("%s", (prompt) => checkPrompt(prompt, "future-in-prompt"));

  test.each([
    "Do not move on until the name is spelled.",
    "Wait for a yes after each step before moving to the next.",
    "Confirm the next steps with the visitor.",
    "Suggest the next step that fits: a trial, a call or a demo.",
    "Ask them to move to a quiet room.",
    "Guide them: stand up and move to the window.",
    "Tell the guest that their luggage will be handled later.",
    "Ask what they plan to do next year.",
    "Ask whether they want to continue with the subscription.",
    "Continue to ask until the name is clear.",
    "Go through the list of allergies one by one.",
    "Proceed with care when the caller is upset.",
    "When the learner is ready, continue with the next exercise.",
  ])("not: %s", (prompt) => checkPrompt(prompt));
});

test.each([
  "Fragen Sie nach dem Namen. Wenn nicht, beenden Sie das Gespräch. Dann weiter zum nächsten Schritt.",
  "Accueillez le visiteur, demandez son nom, expliquez les tarifs et réservez un rendez-vous. Sinon, terminez.",
  "Pregunte el nombre. Si no lo tiene, termine la llamada. Después pase al siguiente paso.",
  "Chiedi il nome, poi verifica il conto e infine prenota. Se non risponde, chiudi la conversazione.",
  "Pergunte o nome e depois siga para a próxima etapa.",
  "Vraag naar de naam. Zo niet, beëindig het gesprek.",
  "Zapytaj o imię. Jeśli nie, zakończ rozmowę.",
  "Спросите имя. Если нет, завершите разговор. Затем перейдите к следующему шагу.",
  "名前を聞いてください。答えがない場合は終了します。次に進みます。",
  "询问姓名。如果没有，请结束通话。然后继续下一步。",
  "اسأل عن الاسم. إذا لم يكن كذلك، أنه المكالمة.",
])("another language is not judged: %s", (prompt) => checkPrompt(prompt));

test("the sentence is marked, over the lines of a folded text too", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt """>
    Ask for the caller's name and spell it. Then move
#                                           ^^^^^^^^^ future-in-prompt: 'Then move on' is about what comes afterwards, which the arrows say: leave it out of the prompt.
    on. Smile.
    """
  -> b
}
objective b { prompt "Ask. If they are busy, end \\u{74}he call. Ask again." }
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ branching-in-prompt
`);
});
