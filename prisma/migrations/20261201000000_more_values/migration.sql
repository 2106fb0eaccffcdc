-- What articles report and could not be said: more roles, media, a status and a link without direction.
ALTER TYPE "ParticipationRole" ADD VALUE 'ORGANISER' BEFORE 'OTHER';
ALTER TYPE "ParticipationRole" ADD VALUE 'RECRUITER' BEFORE 'OTHER';
ALTER TYPE "ParticipationRole" ADD VALUE 'FACILITATOR' BEFORE 'OTHER';
ALTER TYPE "ParticipationRole" ADD VALUE 'INTERMEDIARY' BEFORE 'OTHER';
ALTER TYPE "StatementMedium" ADD VALUE 'EMAIL' BEFORE 'OTHER';
ALTER TYPE "StatementMedium" ADD VALUE 'CALL' BEFORE 'OTHER';
ALTER TYPE "LegalStatusKind" ADD VALUE 'DISMISSED';
ALTER TYPE "EventLinkKind" ADD VALUE 'RELATED_TO';
