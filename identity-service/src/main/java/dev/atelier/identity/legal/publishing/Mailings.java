package dev.atelier.identity.legal.publishing;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Mailings extends Repository<Mailing, String> {
    Mailing save(Mailing mailing);

    Optional<Mailing> findById(String id);

    List<Mailing> findByDoneFalseOrderById();
}
