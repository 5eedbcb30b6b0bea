package dev.runside.server.access;

import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.problem.Input;
import java.time.Instant;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/people", produces = "application/json")
class PeopleController {

    private final Enrolment enrolment;

    PeopleController(Enrolment enrolment) {
        this.enrolment = enrolment;
    }

    record EnrolRequest(String token, String person) {
        EnrolRequest {
            Input.required(token, "token");
            Input.required(person, "person");
        }
    }

    record Enrolled(String person, String token) {}

    record InviteRequest(String person) {
        InviteRequest {
            Input.required(person, "person");
        }
    }

    record Invited(String person, String token, Instant expiresAt) {}

    /** The token in the body is the proof. */
    @Allow(Who.OPEN)
    @PostMapping("/enroll")
    Enrolled enrol(@RequestBody EnrolRequest request) {
        var issued = enrolment.enrol(request.token(), Subjects.person(request.person()));
        return new Enrolled(issued.subject().toString(), issued.secret());
    }

    @Allow(Who.ADMIN)
    @PostMapping
    Invited invite(PersonCaller caller, @RequestBody InviteRequest request) {
        var issued = enrolment.invite(caller, Subjects.person(request.person()));
        return new Invited(issued.subject().toString(), issued.secret(), issued.expiresAt());
    }
}
