-- Tickets are asked for by what they are about when they surge; alerts and the rest are not in it.
create index signal_ticket on signal (received_at) where kind = 'ticket';
