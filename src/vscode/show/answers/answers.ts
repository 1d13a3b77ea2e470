/** What each request of a panel brings about, by its type; forgetting one does not compile. */
export type Answers<Request extends { readonly type: string }> = {
  readonly [Type in Request['type']]: (request: Extract<Request, { type: Type }>) => Promise<void> | void;
};

/** Does what a request asks. */
export async function answer<Request extends { readonly type: string }>(
  answers: Answers<Request>,
  request: Request,
): Promise<void> {
  const run = answers[request.type as Request['type']] as (request: Request) => Promise<void> | void;
  await run(request);
}
