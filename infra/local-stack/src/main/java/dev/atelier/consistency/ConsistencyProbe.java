package dev.atelier.consistency;

import java.util.List;

/** One part of a consistency check. */
interface ConsistencyProbe {
    /** Returns the present results. */
    List<ConsistencyResult> count();
}
