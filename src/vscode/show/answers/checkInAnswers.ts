import type { CheckInRequest } from '../../../core/messages/checkIn.ts';
import type { CheckInKeeper } from '../../../runtime/checkInKeeper.ts';
import type { Answers } from './answers.ts';

export function checkInAnswers(checkIns: CheckInKeeper): Answers<CheckInRequest> {
  return {
    checkIn: ({ energy, flow, satisfaction, sentence }) =>
      checkIns.say({ energy, flow, satisfaction, sentence }),
    skipCheckIn: () => checkIns.skip(),
  };
}
