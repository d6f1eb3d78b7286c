-- What one sender sent too much of at once is put off (inbox.state: later), and found again in its order.
CREATE INDEX inbox_later ON inbox (place) WHERE state = 'later';
