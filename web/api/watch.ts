import { forgetState, noteAnswer, noteExpired, noteSignedIn } from './authentication-state.ts';
import { forgetCalls, type NoAnswer, recordCall, recordNoAnswer } from './call-log.ts';
import { noteReachable, noteUnreachable } from './connection.ts';
import { ProblemError, UnreachableError } from './errors.ts';
import { type Happening, onHappening } from './happenings.ts';
import { learnSpaces } from './known-spaces.ts';
import { forgetUse } from './remembered.ts';
import { noteBack, noteSignedOut, noteSigningOutOfEverything, signedOutElsewhere } from './signed-out.ts';

/** What the screens remember of all that happens, from the first request on. */
onHappening((happening: Happening) => {
  switch (happening.type) {
    case 'answered':
      noteAnswer(happening.id, happening.answer);
      learnSpaces(happening.answer);
      recordCall(happening.id, happening.answer);
      break;
    case 'unanswered': {
      const { id, call, error, at, ms } = happening;
      recordNoAnswer(id, call, { ...reasonOf(error), at, ms });
      break;
    }
    case 'reachable':
      noteReachable();
      break;
    case 'unreachable':
      noteUnreachable(happening.reason);
      break;
    case 'expired':
      noteExpired(happening.id);
      break;
    case 'signed-in':
      noteSignedIn(happening.id);
      noteBack(happening.id);
      break;
    case 'signed-out':
      forgetUse(happening.id);
      break;
    case 'forgotten':
      forgetState(happening.id);
      forgetCalls(happening.id);
      break;
    case 'signed-out-elsewhere':
      noteSignedOut(signedOutElsewhere, happening.names);
      break;
    case 'signing-out-of-everything':
      noteSigningOutOfEverything();
      break;
  }
});

function reasonOf(error: unknown): { noAnswer: NoAnswer; status?: number } {
  if (error instanceof ProblemError) return { noAnswer: error.problem.code, status: error.problem.status };
  return { noAnswer: error instanceof UnreachableError ? 'no-answer' : 'cancelled' };
}
