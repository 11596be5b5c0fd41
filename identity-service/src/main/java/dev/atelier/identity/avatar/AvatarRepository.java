package dev.atelier.identity.avatar;

import dev.atelier.events.id.UserId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AvatarRepository extends Repository<Avatar, UserId> {
    Avatar save(Avatar avatar);

    Optional<Avatar> findById(UserId id);

    void deleteById(UserId id);
}
