new Intl.NumberFormat('ja').format(1);
new Intl.DateTimeFormat('ja', { dateStyle: 'short', timeStyle: 'short' }).format(0);
close();
