package dev.atelier.identity.contact;

import dev.atelier.events.id.ContactRequestId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Stores contact requests. */
interface ContactRequestRepository extends Repository<ContactRequest, ContactRequestId> {
    Optional<ContactRequest> findById(ContactRequestId id);

    List<ContactRequest> findByStateOrderByIdDesc(ContactRequest.ContactRequestState state, Limit limit);

    List<ContactRequest> findByStateAndIdLessThanOrderByIdDesc(
            ContactRequest.ContactRequestState state, ContactRequestId before, Limit limit);

    ContactRequest save(ContactRequest request);
}
