package org.dosi.store;

import org.dosi.model.Flag;
import org.dosi.model.Quality;

/// The quality of a value as SQL over its flag bits.
final class QualitySql {

    private QualitySql() {}

    static String of(String flags) {
        StringBuilder sql = new StringBuilder("CASE");
        Quality[] worstFirst = {Quality.BAD, Quality.SUSPECT, Quality.ESTIMATED};
        for (Quality quality : worstFirst) {
            int mask = 0;
            for (Flag flag : Flag.values()) {
                mask |= flag.quality() == quality ? flag.mask() : 0;
            }
            sql.append(" WHEN %s & %d <> 0 THEN '%s'".formatted(flags, mask, quality.code()));
        }
        return sql.append(" ELSE '").append(Quality.GOOD.code()).append("' END").toString();
    }
}
