package dev.atelier.consistency;

import java.util.List;

/** One part of a reckoning. */
interface ConsistencyProbe {
    /** As things stand now. */
    List<ConsistencyResult> count();
}
