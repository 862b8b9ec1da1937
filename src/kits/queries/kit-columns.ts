/** The columns by which every query of kits names a part. */
import { sql } from 'drizzle-orm';

/** @example sql`select ${namedPart} from part p` */
export const namedPart = sql`
  p.id as "partId", p.part_number as "partNumber", p.name_en as "nameEn", p.name_zh as "nameZh"`;
