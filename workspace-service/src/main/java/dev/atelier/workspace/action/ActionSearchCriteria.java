package dev.atelier.workspace.action;

import dev.atelier.workspace.action.search.SearchQuery;
import dev.atelier.workspace.action.search.SearchQuery.SearchTerm;
import dev.atelier.workspace.action.search.SearchQuery.SearchWord;
import dev.atelier.workspace.action.search.SearchQuery.WordMatch;
import java.util.List;
import org.springframework.data.mongodb.core.query.Criteria;

/** Builds the MongoDB criteria of a search. */
final class ActionSearchCriteria {
    private static final String FIELD = "words";

    /** Sorts after every letter in the collation of lists and indexes. Source: UTS 35, part 5, section 3.10. */
    private static final String BEHIND_ALL = "\uFFFF";

    private ActionSearchCriteria() {}

    /** Returns criteria that must all match; empty if the search has no words. */
    static List<Criteria> of(SearchQuery search) {
        return search.words().stream().map(ActionSearchCriteria::word).toList();
    }

    private static Criteria word(SearchWord word) {
        var ways = word.anyOf().stream().map(ActionSearchCriteria::all).toList();
        if (word.excluded()) {
            return new Criteria().norOperator(ways);
        }
        return ways.size() == 1 ? ways.getFirst() : new Criteria().orOperator(ways);
    }

    private static Criteria all(WordMatch way) {
        var entries = way.entries().stream().map(ActionSearchCriteria::entry).toList();
        return entries.size() == 1 ? entries.getFirst() : new Criteria().andOperator(entries);
    }

    private static Criteria entry(SearchTerm searchTerm) {
        var equal = Criteria.where(FIELD).in(searchTerm.equal());
        var prefix = searchTerm.prefix();
        if (prefix == null) {
            return equal;
        }
        var longer = new Criteria().gte(prefix).lt(prefix + BEHIND_ALL);
        return new Criteria().orOperator(equal, Criteria.where(FIELD).elemMatch(longer));
    }
}
