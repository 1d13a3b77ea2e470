/** Commits are found by time and by hash. */
export const MIGRATION_005 = `
CREATE INDEX event_commit ON event (at) WHERE kind = 'git';
-- A commit that two windows have told of is one: the first row of its hash is asked for.
CREATE INDEX event_hash ON event (json_extract(detail, '$.hash'), at) WHERE kind = 'git';
`;
