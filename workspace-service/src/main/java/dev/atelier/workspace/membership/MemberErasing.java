package dev.atelier.workspace.membership;

import dev.atelier.kit.deletion.Deleted;
import dev.atelier.kit.deletion.Deleted.Kind;
import dev.atelier.kit.deletion.Erasing;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.workspace.fact.Facts;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Tells the other services that the memberships of a deleted workspace have ended, before anything else is done. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MemberErasing implements Erasing {
    private final MembershipRows rows;
    private final Facts facts;
    private final Transactions transactions;

    MemberErasing(MembershipRows rows, Facts facts, Transactions transactions) {
        this.rows = rows;
        this.facts = facts;
        this.transactions = transactions;
    }

    @Override
    public int erase(Deleted what, int limit) {
        if (what.kind() != Kind.WORKSPACE) {
            return 0;
        }
        return transactions.call(() -> {
            var some = rows.findByWorkspaceId(what.workspaceId(), Limit.of(limit));
            some.forEach(row -> facts.publish(row.state()));
            rows.deleteByWorkspaceIdAndIdIn(
                    what.workspaceId(), some.stream().map(MembershipRow::id).toList());
            return some.size();
        });
    }

    @Override
    public Map<String, Long> counts(Deleted what) {
        return what.kind() == Kind.WORKSPACE
                ? Map.of("members", rows.countByWorkspaceIdAndEndedFalse(what.workspaceId()))
                : Map.of();
    }
}
