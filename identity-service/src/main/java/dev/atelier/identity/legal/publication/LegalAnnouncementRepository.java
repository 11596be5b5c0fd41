package dev.atelier.identity.legal.publication;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LegalAnnouncementRepository extends Repository<LegalAnnouncement, String> {
    LegalAnnouncement save(LegalAnnouncement legalAnnouncement);

    Optional<LegalAnnouncement> findById(String id);

    List<LegalAnnouncement> findByDoneFalseOrderById();
}
