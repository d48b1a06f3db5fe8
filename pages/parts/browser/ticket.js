// Trades the ticket for a cookie, so that other windows of this browser are let in too.
export default function ({data}) {
  fetch('./teacher/enter', {method: 'POST', headers: {'X-Ticket': data.ticket}}).catch(() => {});
}
