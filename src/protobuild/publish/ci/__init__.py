"""What GitHub and GitLab are told of a change to the protocol."""
