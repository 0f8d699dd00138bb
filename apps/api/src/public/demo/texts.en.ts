import type { DemoTexts } from './demo-texts.ts';

export const texts: DemoTexts = {
  language: 'en',
  product: 'Tsumiki Stock',
  company: 'Tsumiki Works, Inc.',
  bar: {
    note: 'A demo site that comes with Sodate. The company and product are fictional; what you view and submit is recorded in this Sodate.',
    back: 'Back to Sodate',
  },
  otherLanguage: '日本語',
  skip: 'Skip to content',
  menu: { label: 'Main menu', features: 'Features', cases: 'Customers', price: 'Pricing' },
  request: 'Request the document',
  contact: 'Contact us',
  home: {
    title: 'Inventory for parts makers and wholesalers',
    headline: 'When the counts are right,\nwarehouses run quietly.',
    lead: 'Tsumiki Stock is inventory management for parts makers and wholesalers. Scanners and phones show the same screen, so you know what is in stock, at the shelf or in a meeting.',
    featuresTitle: 'Five features that began as complaints from the floor',
    casesTitle: 'Three companies whose counts now match',
    closing: 'Would it work on your shelves? Start with the document',
    closingLead: '24 pages: every screen, how a rollout works, and typical costs by industry.',
  },
  readMore: 'Read more',
  otherFeatures: 'Other features',
  otherCases: 'Other customers',
  features: [
    {
      slug: 'stocktake',
      title: 'Stocktaking without downtime',
      summary: 'Count twenty shelves a day while orders keep shipping.',
      lead: 'Do you close the warehouse for two days, twice a year, to count everything? With Tsumiki Stock you count a little every day and fix discrepancies on the spot.',
      sections: [
        {
          heading: 'Today’s shelves arrive in the morning',
          text: 'Fast-moving items and shelves that were off last time come first. Staff simply work down the list of twenty.',
        },
        {
          heading: 'Ship while you count',
          text: 'Anything that moves during a count is reconciled with the records from when it began, so nothing has to stop.',
        },
        {
          heading: 'The reason stays on record',
          text: 'Miscounted, misplaced, never entered: discrepancies are totalled by reason, so you see which step to fix next.',
        },
      ],
    },
    {
      slug: 'lots',
      title: 'Lots and expiry dates',
      summary: 'Follow a lot number all the way from receipt to shipment.',
      lead: 'When a defect is reported, which customers received that lot, and how many units? With Tsumiki Stock, it takes one search.',
      sections: [
        {
          heading: 'First in, first out, guided on screen',
          text: 'Stock that expires soonest is allocated first. The picking list says which lot to take, and from which shelf.',
        },
        {
          heading: 'A warning before it expires',
          text: 'The person in charge is warned as many days ahead as you choose, in time to discount or move the stock.',
        },
        {
          heading: 'Trace in both directions',
          text: 'From material to product, and from product to customer. The result is a report that is ready to send.',
        },
      ],
    },
    {
      slug: 'reorder',
      title: 'Reorder points that keep up',
      summary: 'Revised every week from shipments and each supplier’s reliability.',
      lead: 'When reorder points were set years ago, what sells runs out and what doesn’t piles up. Tsumiki Stock revises them every week.',
      sections: [
        {
          heading: 'Late suppliers are allowed for',
          text: 'Actual lead times are recorded, and items from suppliers that tend to be late get a bigger buffer.',
        },
        {
          heading: 'Review only what changed',
          text: 'See which reorder points would change, and why. Nothing changes until you approve it.',
        },
        {
          heading: 'Spot idle stock',
          text: 'Stock that hasn’t moved for six months, by value: a good place to start freeing up space and cash.',
        },
      ],
    },
    {
      slug: 'locations',
      title: 'Stock across locations',
      summary: 'Head office, plants, branches and third-party warehouses on one screen.',
      lead: 'No more calls to ask whether Osaka has it. See how many are where, including what is in transit.',
      sections: [
        {
          heading: 'Goods in transit count too',
          text: 'What has left one site but not reached the next is shown as in transit. Nothing gets lost in between.',
        },
        {
          heading: 'Transfers suggested',
          text: 'Short here, plenty there: Tsumiki Stock finds such items and suggests how many to move.',
        },
        {
          heading: 'Access by site',
          text: 'Decide for each person which sites they can see and which they can change. Partners see only what they need.',
        },
      ],
    },
    {
      slug: 'integrations',
      title: 'Sales and accounting, connected',
      summary: 'From order to invoice to purchasing, without typing anything twice.',
      lead: 'Typing the same order twice helps nobody. Tsumiki Stock connects to the sales and accounting software you already have.',
      sections: [
        {
          heading: 'By CSV or by API',
          text: 'From scheduled CSV files to live API calls: start with what suits the way you work today.',
        },
        {
          heading: 'A faster monthly close',
          text: 'Inventory value on closing day, by moving average or first in, first out.',
        },
        {
          heading: 'Failures stay visible',
          text: 'A record that could not be transferred stays on the list, with the reason, until it has been fixed and sent.',
        },
      ],
    },
  ],
  cases: [
    {
      slug: 'aoba-seiko',
      customer: 'Aoba Seiko',
      profile: 'Machined parts, 120 employees',
      title: 'A two-day shutdown became thirty minutes a morning',
      summary: 'From full counts to cycle counts: discrepancies fell from 3.1% to 0.4%.',
      lead: 'Aoba Seiko stocks 8,000 parts and used to close the plant for two days to count them. Now it counts twenty shelves each morning.',
      figures: [
        { value: '2 → 0', label: 'days closed for stocktaking' },
        { value: '0.4%', label: 'stock discrepancy' },
        { value: '5 weeks', label: 'to go live' },
      ],
      sections: [
        {
          heading: 'Before',
          text: 'Records and shelves disagreed, and shortages came to light on the day of assembly: forty rush orders a month.',
        },
        {
          heading: 'Why Tsumiki Stock',
          text: 'They could start with the phones people already had, without buying scanners.',
        },
        {
          heading: 'Now',
          text: 'Six in ten discrepancies turned out to be goods on the wrong shelf. With new labels, rush orders fell to six a month.',
        },
      ],
    },
    {
      slug: 'minato-shokuhin',
      customer: 'Minato Foods',
      profile: 'Food wholesale, 45 employees',
      title: '60% less food thrown away',
      summary: 'Earliest expiry first, and a warning three weeks ahead.',
      lead: 'Minato Foods stocks 2,400 chilled and ambient items. It moved its expiry dates from paper to Tsumiki Stock.',
      figures: [
        { value: '−62%', label: 'value of expired goods' },
        { value: '15 min', label: 'to trace goods for a recall' },
        { value: '3 weeks', label: 'to go live' },
      ],
      sections: [
        {
          heading: 'Before',
          text: 'Expired goods at the back of a shelf were only found when it was time to ship them.',
        },
        {
          heading: 'Why Tsumiki Stock',
          text: 'Because the screen guides picking, new staff get first in, first out right from day one.',
        },
        {
          heading: 'Now',
          text: 'Three weeks before the expiry date, the sales team starts offering a discount. Waste is down 62% by value.',
        },
      ],
    },
    {
      slug: 'hokuto-denzai',
      customer: 'Hokuto Denzai',
      profile: 'Electrical wholesale, 300 employees',
      title: 'Five sites on one screen',
      summary: 'Calls between branches went from 80 a day to 5.',
      lead: 'Hokuto Denzai keeps 60,000 items at five sites in northern Japan. One system replaced the separate ones at each site.',
      figures: [
        { value: '80 → 5', label: 'calls a day' },
        { value: '¥180M', label: 'less stock' },
        { value: '4 months', label: 'to roll out to five sites' },
      ],
      sections: [
        {
          heading: 'Before',
          text: 'They ordered goods from suppliers that another branch had in stock, because nobody answered the phone.',
        },
        {
          heading: 'Why Tsumiki Stock',
          text: 'They could keep their sales software. Testing the integration took just two weeks.',
        },
        {
          heading: 'Now',
          text: 'With goods in transit in view, salespeople can give a delivery date on the spot.',
        },
      ],
    },
  ],
  pricePage: {
    title: 'Pricing',
    lead: 'No setup fee. Three plans, depending on sites and users. Prices are per month, before tax.',
    plans: [
      {
        name: 'Start',
        price: '¥28,000',
        unit: 'a month',
        forWhom: 'Start with one warehouse',
        includes: ['1 site, up to 5 users', 'Up to 3,000 items', 'Stocktaking without downtime', 'Email support'],
      },
      {
        name: 'Team',
        price: '¥78,000',
        unit: 'a month',
        forWhom: 'Connect your plant and branches',
        includes: [
          '3 sites, up to 20 users',
          'Up to 30,000 items',
          'Lots, expiry, reorder points',
          'CSV and API integration',
          'Phone support',
        ],
      },
      {
        name: 'Enterprise',
        price: 'Contact us',
        unit: '',
        forWhom: 'All your sites in one',
        includes: ['Unlimited sites and users', 'Access by site', 'A dedicated rollout manager', 'Guaranteed uptime'],
      },
    ],
    questionsTitle: 'Frequently asked questions',
    questions: [
      {
        question: 'Do we need handheld scanners?',
        answer: 'No. A phone’s camera reads the codes. If you already have scanners, you can use them as they are.',
      },
      {
        question: 'Can we change plans later?',
        answer: 'Yes, from the following month. Downgrading deletes no data.',
      },
      { question: 'Can we try it?', answer: 'The Team plan is free for 30 days. No payment details needed.' },
    ],
  },
  form: {
    required: 'required',
    company: 'Company',
    department: 'Department',
    jobTitle: 'Job title',
    name: 'Name',
    email: 'Email address',
    phone: 'Phone',
    employees: 'Employees',
    employeeBands: ['1–49', '50–299', '300–999', '1,000 or more'],
    choose: 'Choose one',
    message: 'Your question',
    requestMessage: 'What are you struggling with?',
    consent: 'Email me customer stories and seminar invitations',
    privacy:
      'We use your details only to send the document and to reply to you. You can unsubscribe from our emails at any time.',
  },
  requestPage: {
    title: 'Document request',
    lead: 'Every screen, how a rollout works, and typical costs by industry (24 pages, PDF), sent to you by email.',
    submit: 'Request the document',
    thanksTitle: 'Thank you for your request',
    thanks: [
      'We’ll email the document to the address you entered.',
      'In the meantime, see what our customers do with Tsumiki Stock.',
    ],
  },
  contactPage: {
    title: 'Contact us',
    lead: 'A quote, a demo, advice on a rollout: we’ll reply within one business day.',
    submit: 'Send your question',
    thanksTitle: 'Thank you for your question',
    thanks: ['Someone will read it and get back to you within one business day.'],
  },
  backHome: 'Back to the home page',
  notFound: 'Page not found',
  footer: 'Tsumiki Works is a fictional company.',
};
