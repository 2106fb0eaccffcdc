import { z } from 'zod';

/** Returns the names of the fields of a record that a value may be, as of a date that is given with its words. */
export function fieldsWithin(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return fieldsWithin(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(fieldsWithin);
  if (schema instanceof z.ZodPipe) return fieldsWithin(schema.in);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
