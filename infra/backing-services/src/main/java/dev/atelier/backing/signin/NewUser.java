package dev.atelier.backing.signin;

/** The data of a registration: the e-mail address is the user name; the password has 12 to 128 characters. */
public record NewUser(String firstName, String lastName, String email, String password) {

    @Override
    public String toString() {
        return firstName + " " + lastName;
    }
}
