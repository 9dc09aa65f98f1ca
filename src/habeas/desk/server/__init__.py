"""What stands between the sockets and the desk: bodies are received beside the threads, and only whole requests take one."""
