"""The graph over HTTP: the SPARQL protocol, the Graph Store protocol, linked data and pages, all of them read-only.

server      the socket, the signals and the stop
door        one ASGI application: which request goes where, who may come in, what is written down
protocol    a request of the SPARQL or the Graph Store protocol, understood or refused
accept      which of the formats on offer a client would rather have
refusals    what is answered where nothing else can be, with its status
relay       one job given to a process, and its answer sent on while the client is there
pool        the processes that answer; whoever takes too long, or answers nobody, is killed and replaced
frames      how an answer goes from such a process to the server

answering   such a process: the store, open, and one job after another
desk        what it has at hand
sheet       what it writes on
tasks       its tasks by name: answers · graphs · service · names, and pages: home · things · facts · documents · asking
"""
