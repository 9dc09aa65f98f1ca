"""The desk: the web application. The only room that knows Django."""
