package dev.atelier.reckoning;

import java.util.List;

/** One part of a reckoning. */
interface Rows {
    /** As things stand now. */
    List<Row> count();
}
