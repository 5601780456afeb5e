import {
  addNumberInput,
  changedNumber,
  givenBackNumber,
  grantedNumber,
  grantInput,
  historyInput,
  importedNumbers,
  importNumbersInput,
  listNumbersInput,
  numberHistory,
  numberPage,
  numberReference,
  poolNumber,
  poolState,
  provisionedNumber,
  provisionInput,
  quarantineInput,
} from "@agentpass/shared/number-api";
import { addNumber } from "../actions/add-number.ts";
import { giveNumberBack } from "../actions/give-number-back.ts";
import { consentToNumber, shareNumber } from "../actions/grant-number.ts";
import { importNumbers } from "../actions/import-numbers.ts";
import { listNumbers } from "../actions/list-numbers.ts";
import { numberHistory as historyOf } from "../actions/number-history.ts";
import { poolStateOf } from "../actions/pool-state.ts";
import { provisionNumber } from "../actions/provision-number.ts";
import { liftQuarantine, quarantine } from "../actions/quarantine-number.ts";
import { resumeNumber, retireNumber, suspendNumber } from "../actions/withhold-number.ts";
import { noInput } from "./no-input.ts";
import { adminProcedure, router } from "./trpc.ts";

const admin = (summary: string) => adminProcedure.meta({ permission: "admin", summary });

/** The team's pool, for admins. */
export const numberRouter = router({
  list: admin("Lists the pool, with what each number is doing now.")
    .input(listNumbersInput)
    .output(numberPage)
    .query(({ ctx, input }) => listNumbers(ctx.store, ctx.viewer, input)),
  state: admin("Counts the pool by state and says when it will be exhausted.")
    .input(noInput)
    .output(poolState)
    .query(({ ctx }) => poolStateOf(ctx.store, ctx.viewer)),
  history: admin("Tells who held a number, its services and its message counts.")
    .input(historyInput)
    .output(numberHistory)
    .query(({ ctx, input }) => historyOf(ctx.store, ctx.viewer, input)),
  add: admin("Takes a number of the account, or of a gateway, into the pool.")
    .input(addNumberInput)
    .output(poolNumber)
    .mutation(({ ctx, input }) => addNumber(ctx.store, ctx.viewer, input)),
  import: admin("Takes all of the Twilio account's other numbers into the pool.")
    .input(importNumbersInput)
    .output(importedNumbers)
    .mutation(({ ctx, input }) => importNumbers(ctx.store, ctx.viewer, input)),
  provision: admin("Buys a number within the budget.")
    .input(provisionInput)
    .output(provisionedNumber)
    .mutation(({ ctx, input }) => provisionNumber(ctx.store, ctx.viewer, input)),
  release: admin("Ends a number's lease and gives it back to Twilio for good.")
    .input(numberReference)
    .output(givenBackNumber)
    .mutation(({ ctx, input }) => giveNumberBack(ctx.store, ctx.viewer, input)),
  suspend: admin("Ends a number's lease and keeps it from being leased until it is resumed.")
    .input(numberReference)
    .output(changedNumber)
    .mutation(({ ctx, input }) => suspendNumber(ctx.store, ctx.viewer, input)),
  resume: admin("Takes a suspended number back into use.")
    .input(numberReference)
    .output(changedNumber)
    .mutation(({ ctx, input }) => resumeNumber(ctx.store, ctx.viewer, input)),
  retire: admin("Ends a number's lease and takes it out of use for good.")
    .input(numberReference)
    .output(changedNumber)
    .mutation(({ ctx, input }) => retireNumber(ctx.store, ctx.viewer, input)),
  quarantine: admin("Ends a number's lease and lets it rest for a time.")
    .input(quarantineInput)
    .output(changedNumber)
    .mutation(({ ctx, input }) => quarantine(ctx.store, ctx.viewer, input)),
  lift: admin("Ends a number's rest.")
    .input(numberReference)
    .output(changedNumber)
    .mutation(({ ctx, input }) => liftQuarantine(ctx.store, ctx.viewer, input)),
  consent: admin("Lets a member's agents have a number that other members have used, or not any more.")
    .input(grantInput)
    .output(grantedNumber)
    .mutation(({ ctx, input }) => consentToNumber(ctx.store, ctx.viewer, input)),
  share: admin("Lets a member's devices see what is stored for a number from now on, or not any more.")
    .input(grantInput)
    .output(grantedNumber)
    .mutation(({ ctx, input }) => shareNumber(ctx.store, ctx.viewer, input)),
});
