package dev.atelier.identity.legal.acceptance;

import dev.atelier.events.LegalDocument;
import dev.atelier.events.id.UserId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All that people said of versions. */
interface Words extends Repository<Word, String> {
    Word insert(Word word);

    boolean existsById(String id);

    Optional<Word> findFirstByUserIdAndDocumentOrderByNumberDesc(UserId person, LegalDocument document);

    Optional<Word> findFirstByUserIdAndDocumentAndKindOrderByNumberDesc(
            UserId person, LegalDocument document, Word.Kind kind);
}
