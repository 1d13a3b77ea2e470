/** How much deep time a week the person plans, in hours. Without a plan nobody falls behind one. */
export const WEEKLY_PLAN_HOURS = 10;
