/**
 * What each session sets for itself: how values are written in texts, which an operator may have set otherwise for a user,
 * a database or the server. One statement after connecting, not startup parameters, which poolers refuse.
 */
export const session = [
  "set datestyle = 'ISO, MDY'",
  'set intervalstyle = postgres',
  "set timezone = 'UTC'",
  'set extra_float_digits = 1',
  'set bytea_output = hex',
  'set standard_conforming_strings = on',
  'set array_nulls = on',
].join('; ');
