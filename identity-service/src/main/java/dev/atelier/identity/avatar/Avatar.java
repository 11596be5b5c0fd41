package dev.atelier.identity.avatar;

import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import java.util.Map;
import org.bson.types.Binary;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A stored picture: small enough for one document. A new picture replaces it.
 *
 * @param number the value of {@code avatar} in the person's account
 * @param squares JPEGs by the side of the square in pixels
 */
@Document("avatars")
@TypeAlias("avatar")
record Avatar(
        @Id UserId id,
        long number,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "the picture shown to the people one works with",
                basis = Basis.CONTRACT,
                retention = "until another one takes its place, it is taken away or the account is erased")
        Map<String, Binary> squares) {
    Avatar {
        squares = Map.copyOf(squares);
    }
}
