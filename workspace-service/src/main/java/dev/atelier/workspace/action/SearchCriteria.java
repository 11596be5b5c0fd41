package dev.atelier.workspace.action;

import dev.atelier.workspace.action.search.SearchQuery;
import dev.atelier.workspace.action.search.SearchQuery.AllOf;
import dev.atelier.workspace.action.search.SearchQuery.Entry;
import dev.atelier.workspace.action.search.SearchQuery.Word;
import java.util.List;
import org.springframework.data.mongodb.core.query.Criteria;

/** Asks the database for what a search asks for. */
final class SearchCriteria {
    private static final String FIELD = "words";

    /** Sorted behind every letter, by the order of texts that lists and their indexes have. Source: UTS 35, part 5, section 3.10. */
    private static final String BEHIND_ALL = "\uFFFF";

    private SearchCriteria() {}

    /** All of which must hold; none where nothing is asked for. */
    static List<Criteria> of(SearchQuery search) {
        return search.words().stream().map(SearchCriteria::word).toList();
    }

    private static Criteria word(Word word) {
        var ways = word.anyOf().stream().map(SearchCriteria::all).toList();
        if (word.excluded()) {
            return new Criteria().norOperator(ways);
        }
        return ways.size() == 1 ? ways.getFirst() : new Criteria().orOperator(ways);
    }

    private static Criteria all(AllOf way) {
        var entries = way.entries().stream().map(SearchCriteria::entry).toList();
        return entries.size() == 1 ? entries.getFirst() : new Criteria().andOperator(entries);
    }

    private static Criteria entry(Entry entry) {
        var equal = Criteria.where(FIELD).in(entry.equal());
        var prefix = entry.prefix();
        if (prefix == null) {
            return equal;
        }
        var longer = new Criteria().gte(prefix).lt(prefix + BEHIND_ALL);
        return new Criteria().orOperator(equal, Criteria.where(FIELD).elemMatch(longer));
    }
}
